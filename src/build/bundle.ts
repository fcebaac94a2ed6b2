import { rolldown } from 'rolldown';

/** One TypeScript file and what it imports, as one small classic script. Throws if it would not be a single file. */
export async function bundle(file: string): Promise<string> {
  const build = await rolldown({ input: file });
  try {
    const { output } = await build.generate({ format: 'iife', minify: true });
    if (output.length !== 1) throw new Error(`${file}: bundles to ${output.length} files, must be 1`);
    return output[0].code;
  } finally {
    await build.close();
  }
}
