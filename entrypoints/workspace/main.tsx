import { createRoot } from 'react-dom/client';
import { Boot } from '@/components/page/boot';
import { ServicesProvider } from '@/components/page/services';
import { Workspace } from '@/components/workspace/workspace';
import { openServices } from '@/wiring/open-services';

const services = openServices();
const open = () => services;

createRoot(document.getElementById('root') as HTMLElement).render(
  <Boot open={open} provider={ServicesProvider}>
    <Workspace />
  </Boot>,
);
