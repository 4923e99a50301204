// A browser that the system has.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path in `variable` of the environment, or the first of `names` on PATH; `what` is what is missing otherwise. */
export function executablePath(what, variable, names) {
  if (process.env[variable]) return process.env[variable];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (!found) throw new Error(`No ${what} on PATH: install one, or set ${variable} to its path.`);
  return found;
}
