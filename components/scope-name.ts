import { i18n } from '#i18n';
import type { Scope } from '../core/glossary/schema.ts';

/** Where usage differs, as it opens a line. Message names hold no hyphen. */
export const scopeName = (scope: Scope): string => i18n.t(scope === 'hip-hop' ? 'scope.hipHop' : `scope.${scope}`);
