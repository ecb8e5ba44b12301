/** What `npm ci` brings: nothing unchecked, nothing from elsewhere, nothing that runs by itself, and next to nothing shipped. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  link?: boolean;
}
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { packages } = json('package-lock.json') as { packages: Record<string, Locked> };
const own = json('package.json') as {
  allowScripts: Record<string, boolean>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const all = Object.entries(packages).filter(([path]) => path !== '');
const names = (those: [string, Locked][]) => those.map(([path]) => path.replace(/^.*node_modules\//, ''));

it('is held to a sha512 of each package', () => {
  expect(all.length).toBeGreaterThan(100);
  expect(names(all.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')))).toEqual([]);
});

it('comes from whatever registry the machine uses, never from a folder, a repository or a fixed address', () => {
  expect(names(all.filter(([, { resolved, link }]) => resolved !== undefined || link))).toEqual([]);
});

it('runs no script of a package but those that are allowed by name', () => {
  const running = names(all.filter(([, { hasInstallScript }]) => hasInstallScript));
  expect(running).toEqual(Object.keys(own.allowScripts));
});

it('is named by exact versions', () => {
  const loose = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

it('ships only what is named as a dependency, and nothing that those would bring along', () => {
  const shipped = names(all.filter(([, { dev, devOptional, optional }]) => !dev && !devOptional && !optional));
  expect(shipped.toSorted()).toEqual(Object.keys(own.dependencies).toSorted());
});
