import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { jsonSchema, type Manifest, type ObjectClass } from '../../../lib/index.js';

// Strict, so that a keyword which says nothing is an error, and with formats asserted.
const ajv = new Ajv2020({ strict: true, strictRequired: true });
formats.default(ajv);

const compiled = new Map<string, ValidateFunction>();

/** What Ajv makes of the schema of a class, at a version, a release or a manifest. */
export function compile(Class: ObjectClass, at: string | Manifest): ValidateFunction {
  const schema = jsonSchema(Class, { at });
  const text = JSON.stringify(schema);
  let valid = compiled.get(text);
  if (valid === undefined) compiled.set(text, (valid = ajv.compile(schema)));
  return valid;
}
