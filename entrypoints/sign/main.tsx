import { createRoot } from 'react-dom/client';
import { Boot } from '@/components/page/boot';
import { SignPage } from '@/components/sign/sign-page';
import { PageServicesProvider } from '@/components/page/page-services';
import { openPageServices } from '@/wiring/open-page-services';

const services = openPageServices();
const open = () => services;

createRoot(document.getElementById('root') as HTMLElement).render(
  <Boot open={open} provider={PageServicesProvider}>
    <SignPage />
  </Boot>,
);
