/**
 * The bill of materials (CycloneDX) of what readers get: what package.json names as dependencies and all that those
 * depend on. `npm sbom --omit dev` (npm 11.19) leaves out each of them that some development dependency needs as well.
 */
import { spawnSync } from 'node:child_process';

export interface Sbom {
  metadata: { component: { 'bom-ref': string } };
  components: { 'bom-ref': string; name: string; version: string; licenses?: { license: { id?: string } }[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/** The part of a bill that is reached from these components. @param names of the root's own dependencies. */
export function reachedFrom(names: readonly string[], sbom: Sbom): Sbom {
  const root = sbom.metadata.component['bom-ref'];
  const dependsOn = new Map(sbom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const own = sbom.components
    .filter((one) => names.includes(one.name) && dependsOn.get(root)?.includes(one['bom-ref']))
    .map((one) => one['bom-ref']);
  const reached = new Set(own);
  // What is added while it is gone through comes up as well.
  for (const ref of reached) for (const next of dependsOn.get(ref) ?? []) reached.add(next);
  return {
    ...sbom,
    components: sbom.components.filter((one) => reached.has(one['bom-ref'])),
    dependencies: sbom.dependencies
      .filter(({ ref }) => ref === root || reached.has(ref))
      .map((one) => (one.ref === root ? { ref: root, dependsOn: own } : one)),
  };
}

/** Made from the lock file alone, without a network. @throws when npm cannot. */
export function runtimeSbom(names: readonly string[]): Sbom {
  const args = ['sbom', '--package-lock-only', '--offline', '--sbom-format', 'cyclonedx'];
  const { stdout, stderr, status } = spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 64_000_000 });
  if (status !== 0) throw new Error(stderr);
  return reachedFrom(names, JSON.parse(stdout) as Sbom);
}
