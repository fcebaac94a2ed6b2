import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { explain } from './explain.ts';
import { exportControl, makers } from './schema/exportControl.ts';

export interface ExportControlSetting extends z.infer<typeof exportControl> {
  readonly makers: z.infer<typeof makers>;
}

/**
 * Reads `makers.yaml` and `exportControl.yaml`.
 * @param root below the folder the command or the build was started in.
 * @throws with file and key where one of them is not as its schema asks.
 */
export function readExportControl(root = 'content'): ExportControlSetting {
  return {
    ...readOne(join(root, 'exportControl.yaml'), exportControl),
    makers: readOne(join(root, 'makers.yaml'), makers),
  };
}

function readOne<S extends z.ZodType>(file: string, schema: S): z.infer<S> {
  const result = schema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(explain(result.error, schema, file).join('\n'));
  return result.data;
}
