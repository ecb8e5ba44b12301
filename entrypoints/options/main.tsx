import { i18n } from '#i18n';
import { mount } from '../../components/mount.tsx';
import '../../components/page.css';
import './options.css';
import { Options } from './Options.tsx';

mount(<Options />, i18n.t('nav.options'));
