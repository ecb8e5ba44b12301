import { i18n } from '#i18n';
import { mount } from '../../components/mount.tsx';
import '../../components/page.css';
import './compare.css';
import './print.css';
import { Compare } from './Compare.tsx';

mount(<Compare />, i18n.t('nav.compare'));
