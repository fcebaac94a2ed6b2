/** What of a figure may fail to come: its code, its data, or the code of its 3D drawing. */
export type Loaded = 'code' | 'data' | 'scene';

/** A part of a figure did not come. It may be asked for again. */
export class LoadFailure extends Error {
  readonly what: Loaded;

  constructor(what: Loaded, cause: unknown) {
    super(`The ${what} of a figure did not come`, { cause });
    this.what = what;
  }
}

/** Loads a part of a figure. Rejects with a `LoadFailure` that names the part. */
export async function loading<T>(what: Loaded, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new LoadFailure(what, cause);
  }
}
