import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { reachedFrom, runtimeSbom, type Sbom } from '../../../scripts/runtime-sbom.ts';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };

/** What our dependencies depend on, as it was looked at. */
const TRANSITIVE = {
  // A peer of Preact's that may be missing, and is nowhere in the builds: tests alone ask for it.
  'preact-render-to-string': '6.8.2',
};
const LICENCES = new Set(['MIT', 'MPL-2.0']);

it('names what package.json does, what was looked at beside, and nothing else', { timeout: 60_000 }, () => {
  const { components } = runtimeSbom(Object.keys(dependencies));
  expect(Object.fromEntries(components.map(({ name, version }) => [name, version]))).toEqual({
    ...dependencies,
    ...TRANSITIVE,
  });
  const licences = components.flatMap(({ licenses = [] }) => licenses.map(({ license }) => license.id ?? 'none'));
  expect(licences).toHaveLength(components.length);
  expect(licences.filter((id) => !LICENCES.has(id))).toEqual([]);
});

it('holds what dependencies bring along by others, and nothing that is there for development', () => {
  const component = (name: string) => ({ 'bom-ref': `${name}@1`, name, version: '1' });
  const sbom: Sbom = {
    metadata: { component: { 'bom-ref': 'root@1' } },
    components: ['shipped', 'brought', 'deeper', 'tool', 'brought-by-tool'].map(component),
    dependencies: [
      { ref: 'root@1', dependsOn: ['shipped@1', 'tool@1'] },
      { ref: 'shipped@1', dependsOn: ['brought@1'] },
      { ref: 'brought@1', dependsOn: ['deeper@1', 'shipped@1'] },
      { ref: 'deeper@1', dependsOn: [] },
      { ref: 'tool@1', dependsOn: ['shipped@1', 'brought-by-tool@1'] },
      { ref: 'brought-by-tool@1', dependsOn: [] },
    ],
  };
  const reached = reachedFrom(['shipped'], sbom);
  expect(reached.components.map(({ name }) => name)).toEqual(['shipped', 'brought', 'deeper']);
  expect(reached.dependencies.map(({ ref }) => ref)).toEqual(['root@1', 'shipped@1', 'brought@1', 'deeper@1']);
  expect(reached.dependencies[0]!.dependsOn).toEqual(['shipped@1']);
});
