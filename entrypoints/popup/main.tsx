import { mount } from '../../components/mount.tsx';
import './popup.css';
import { Popup } from './Popup.tsx';

mount(<Popup />);
