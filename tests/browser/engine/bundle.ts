import { build, type Rollup } from 'vite';
import { glossaryPlugin } from '../../../build/glossary-plugin.ts';

/** One classic script from a TypeScript entry, with the project's own modules in it, for pages made by tests. */
export async function bundle(entry: string): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [glossaryPlugin()],
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'bundled' } },
  })) as Rollup.RollupOutput[];
  return result[0]!.output[0].code;
}
