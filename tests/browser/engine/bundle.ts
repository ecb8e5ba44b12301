import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { compile } from 'svelte/compiler';
import { build, type Plugin, type Rollup } from 'vite';
import { cardWordsPlugin } from '../../../build/card-words-plugin.ts';
import { glossaryPlugin } from '../../../build/glossary-plugin.ts';

/** Svelte components, with the warnings of development. */
const components: Plugin = {
  name: 'svelte-components',
  transform(code, id, options) {
    if (!id.endsWith('.svelte')) return undefined;
    const { js } = compile(code, { filename: id, dev: true, generate: options?.ssr ? 'server' : 'client' });
    return { code: js.code, moduleType: 'js' };
  },
};

/**
 * One classic script from a TypeScript entry, with the project's own modules in it, for pages made by tests.
 * @param mode `production`: minified, as it ships.
 */
export async function bundle(entry: string, mode: 'development' | 'production' = 'development'): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    // Frameworks say what is wrong only in development.
    mode,
    define: {
      'process.env.NODE_ENV': JSON.stringify(mode),
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    plugins: [glossaryPlugin(), cardWordsPlugin(), components],
    build: { write: false, minify: mode === 'production', lib: { entry, formats: ['iife'], name: 'bundled' } },
  })) as Rollup.RollupOutput[];
  return result[0]!.output[0].code;
}

/**
 * Runs a TypeScript entry as a server would, components included, and returns what it exports, which must be JSON-able.
 * In a process of its own: Angular's server puts an `Event` of its own in the place of Node's.
 */
export async function onServer<Module>(entry: string): Promise<Module> {
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    mode: 'development',
    plugins: [components],
    build: { write: false, minify: false, ssr: entry },
  })) as Rollup.RollupOutput;
  // Within the project, so that packages are found.
  const file = path.resolve(`.output/test/${path.basename(entry, '.ts')}.mjs`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, result.output[0].code);
  const [from, to] = [pathToFileURL(file).href, `${file}.json`].map((name) => JSON.stringify(name));
  const run = `import { writeFileSync } from 'node:fs'; writeFileSync(${to}, JSON.stringify(await import(${from})))`;
  // As the test runner itself does, so that packages are their own development builds.
  await promisify(execFile)(process.execPath, ['--conditions=development', '--input-type=module', '-e', run]);
  return JSON.parse(await readFile(`${file}.json`, 'utf8')) as Module;
}
