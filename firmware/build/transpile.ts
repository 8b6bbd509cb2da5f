import { relative } from 'node:path';
import type { Plugin } from 'rollup';
import ts from 'typescript';

/**
 * Turns TypeScript into JavaScript one file at a time, with the options of a `tsconfig.json`.
 *
 * It checks no types: `npm run check` does, for the whole project, and the build stays quick.
 *
 * @param tsconfig  path of the settings; its `target` and `jsx` decide what comes out
 * @param options   what differs from the settings
 * @throws Error naming file, line and column of what does not parse
 */
export function transpile(tsconfig: string, options: ts.CompilerOptions = {}): Plugin {
  const host: ts.ParseConfigFileHost = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: failOn };
  const settings = ts.getParsedCommandLineOfConfigFile(tsconfig, { noEmit: false, ...options }, host);
  if (!settings) throw new Error(`${tsconfig} cannot be read`);
  return {
    name: 'transpile',
    transform(code, id) {
      if (!/\.tsx?$/.test(id)) return null;
      const result = ts.transpileModule(code, {
        compilerOptions: settings.options,
        fileName: id,
        reportDiagnostics: true,
      });
      for (const diagnostic of result.diagnostics ?? []) failOn(diagnostic);
      return { code: result.outputText, map: null };
    },
  };
}

function failOn(diagnostic: ts.Diagnostic): never {
  const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  const { file, start } = diagnostic;
  if (!file || start === undefined) throw new Error(text);
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  throw new Error(`${relative('', file.fileName)}:${line + 1}:${character + 1}: ${text}`);
}
