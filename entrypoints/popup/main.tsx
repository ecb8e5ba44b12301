import { mount } from '../../components/mount.tsx';
import './popup.css';
import { whenKnown } from './early.ts';
import { Popup } from './Popup.tsx';

void whenKnown().then(() => mount(<Popup />));
