import { i18n } from '#i18n';
import { mount } from '../../components/mount.tsx';
import '../../components/page.css';
import './welcome.css';
import { Welcome } from './Welcome.tsx';

mount(<Welcome />, i18n.t('welcome.title'));
