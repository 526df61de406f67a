/** The use cases that only the background runs: what pages show, requests, and the act of signing. */
export { approveRequest, type Approval, type ApprovalPorts } from '../approve';
export { compareClock } from '../clock/compare-clock';
export { createCrlStore, type CrlStore } from '../lists/crl-store';
export { closeExpired } from '../orders-life/close-expired';
export { refreshCopy } from '../copy/refresh-copy';
export { finishKeyActs } from '../keys/finish-key-acts';
export { refreshLists } from '../lists/refresh-lists';
export { draftFromApi } from '../draft';
export { dueView } from '../due-view';
export { lookAtPage, partiesOf, type LookedAt } from '../look';
export { answerOf } from '../page-answer';
export { openRequest } from '../requests';
export { openKnownToken } from '../tokens/open-known-token';
export { trackOrder } from '../track';
