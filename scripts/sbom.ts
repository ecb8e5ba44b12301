/** `npm run --silent sbom`: prints the bill of materials of what readers get. */
import { readFileSync } from 'node:fs';
import { runtimeSbom } from './runtime-sbom.ts';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
console.log(JSON.stringify(runtimeSbom(Object.keys(dependencies)), null, 2));
