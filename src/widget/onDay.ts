/**
 * Cuts a figure's data for a day of knowledge, and remembers the last cut: while the reader moves other things, the day
 * stays. `latest` is the data as it is.
 */
export function onDay<Data extends object>(
  cut: (data: Data, asof: string) => Data,
): (data: Data, asof: string) => Data {
  const last = new WeakMap<Data, { readonly asof: string; readonly data: Data }>();
  const cuts = new WeakMap<Data, string>();
  return (data, asof) => {
    if (asof === 'latest' || cuts.get(data) === asof) return data;
    const known = last.get(data);
    if (known?.asof === asof) return known.data;
    const made = cut(data, asof);
    cuts.set(made, asof);
    last.set(data, { asof, data: made });
    return made;
  };
}
