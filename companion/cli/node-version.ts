import { CompanionError } from '../errors';

/**
 * What to tell a person about their Node version; null when there is nothing to tell.
 *
 * @param version as in `process.versions.node`, for example `24.1.0`
 * @throws CompanionError `node-too-old` below 20.19
 */
export function adviseOnNode(version: string): string | null {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new CompanionError('node-too-old', `This is ${version}.`);
  }
  if (major > 20) return null;
  return `Node ${version} works, but Node 20 gets no security fixes any more. Node 24 is recommended.`;
}
