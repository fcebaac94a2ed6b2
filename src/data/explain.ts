import { z } from 'zod';

/** Turns a schema's complaints into lines `file: key: what is wrong: what is allowed`. */
export function explain(error: z.ZodError, schema: z.ZodType, file: string): string[] {
  return error.issues.map((issue) => {
    const key = issue.path.join('.') || '(whole file)';
    if (issue.code === 'unrecognized_keys') {
      const names = issue.keys.map((name) => `"${name}"`).join(', ');
      return `${file}: ${key}: unknown key ${names}: allowed: ${keysAt(schema, issue.path).join(', ')}`;
    }
    if (issue.code === 'invalid_value')
      return `${file}: ${key}: not one of the values: allowed: ${issue.values.map(String).join(', ')}`;
    if (issue.code === 'invalid_type') {
      const what = issue.message.includes('allowed:')
        ? issue.message
        : `is missing or of the wrong type: allowed: ${issue.expected}`;
      return `${file}: ${key}: ${what}`;
    }
    return `${file}: ${key}: ${issue.message}`;
  });
}

/** Keys a strict object allows at a path inside a schema. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  const unwrap = () => {
    while (at instanceof z.ZodOptional || at instanceof z.ZodDefault) at = at.unwrap();
  };
  unwrap();
  for (const step of path) {
    if (at instanceof z.ZodObject) at = at.shape[String(step)];
    else if (at instanceof z.ZodRecord) at = at.valueType;
    else if (at instanceof z.ZodArray) at = at.element;
    unwrap();
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}
