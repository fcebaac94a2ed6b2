/** A rule of a style sheet, outside any media query. */
interface Rule {
  /** Class names or element name of the last part of the selector. */
  readonly subject: string;
  /** What must stand around it, as class names. */
  readonly within: readonly string[];
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

type Properties = Readonly<Record<string, string>>;

function declarationsOf(block: string): [string, string][] {
  return [...block.matchAll(/([\w-]+)\s*:\s*([^;]+)/g)].map((match) => [match[1]!, match[2]!.trim()]);
}

/** The rules of a style sheet that hold on a light screen: those outside media queries. */
function readRules(css: string): Rule[] {
  const flat = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return [...flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, block]) =>
    selectors!.split(',').map((selector) => {
      const parts = selector.trim().split(/\s+/);
      return { subject: parts.at(-1)!, within: parts.slice(0, -1), declarations: declarationsOf(block!) };
    }),
  );
}

function channels(color: string): number[] {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color)?.[1];
  if (!hex) throw new Error(`Colour "${color}": must be #rgb or #rrggbb here`);
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16));
}

function mixed(first: string, percent: number, second: string): string {
  const [a, b] = [channels(first), channels(second)];
  const mix = a.map((channel, index) => Math.round((channel * percent + b[index]! * (100 - percent)) / 100));
  return `#${mix.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** A value with its `var()` and `color-mix(in srgb, …)` worked out. Throws on a property that is not set. */
export function plainValue(value: string, properties: Properties): string {
  let text = value;
  for (let depth = 0; depth < 12 && /var\(|color-mix\(/.test(text); depth++) {
    text = text
      .replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
        const found = properties[name];
        if (found === undefined) throw new Error(`Property ${name}: not set in the style sheets`);
        return found;
      })
      .replace(/color-mix\(in srgb, (#[0-9a-f]+) ([\d.]+)%, (#[0-9a-f]+)\)/gi, (_, first, percent, second) =>
        mixed(String(first), Number(percent), String(second)),
      );
  }
  return text;
}

/**
 * An SVG with the style of its classes written into its elements, in the colours of a light screen, for programs that
 * know neither custom properties nor `color-mix`.
 * @param sheets texts of the style sheets; selectors are a class or an element, or one inside a class
 */
export function flattenStyle(svg: string, sheets: readonly string[]): string {
  const rules = sheets.flatMap(readRules).sort((a, b) => a.within.length - b.within.length);
  const root = Object.fromEntries(
    rules.filter(({ subject }) => subject === ':root').flatMap((r) => r.declarations),
  );
  const stack: { properties: Properties; classes: readonly string[] }[] = [{ properties: root, classes: [] }];
  return svg.replace(
    /<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>/g,
    (tag, closing: string, name: string, rest: string, alone) => {
      if (closing) {
        stack.pop();
        return tag;
      }
      const classes = (/\bclass="([^"]*)"/.exec(rest)?.[1] ?? '').split(/\s+/).map((word) => `.${word}`);
      const around = stack.at(-1)!;
      const own = rules.filter(
        ({ subject, within }) =>
          subject.split(/(?=\.)/).every((part) => part === name || classes.includes(part)) &&
          within.every((word) => around.classes.includes(word)),
      );
      const declared = own.flatMap((rule) => rule.declarations);
      const properties = {
        ...around.properties,
        ...Object.fromEntries(declared.filter(([key]) => key.startsWith('--'))),
      };
      if (!alone) stack.push({ properties, classes: [...around.classes, ...classes] });
      const plain = Object.fromEntries(
        declared
          .filter(([key]) => !key.startsWith('--'))
          .map(([key, value]) => [key, plainValue(value, properties).replaceAll('"', "'")]),
      );
      const style = Object.entries(plain)
        .map(([key, value]) => `${key}:${value}`)
        .join(';');
      const kept = rest.replace(
        /="([^"]*(?:var|color-mix)\([^"]*)"/g,
        (_, v: string) => `="${plainValue(v, properties)}"`,
      );
      return `<${name}${kept}${style && ` style="${style}"`}${alone}>`;
    },
  );
}
