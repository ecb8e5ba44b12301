import { i18n } from '#i18n';
import { mount } from '../../components/mount.tsx';
import '../../components/page.css';
import './glossary-page.css';
import { GlossaryPage } from './GlossaryPage.tsx';

mount(<GlossaryPage />, i18n.t('nav.glossary'));
