import { createRoot } from 'react-dom/client';
import { Boot } from '@/components/page/boot';
import { SignPage } from '@/components/sign/sign-page';
import { openServices } from '@/wiring/open-services';

const services = openServices();
const open = () => services;

createRoot(document.getElementById('root') as HTMLElement).render(
  <Boot open={open}>
    <SignPage />
  </Boot>,
);
