export {
  setupSteps,
  type CertificateChoice,
  type DueView,
  type OrderView,
  type PortalProfile,
  type PanelAction,
  type PanelLine,
  type PanelView,
  type PreparedDocument,
  type SetupStep,
  type SignEdits,
  type SignView,
  type Who,
} from './views';
export type { Desk } from './desk';
export type { DeskPorts } from './ports';
export { openDesk } from './open-desk';
