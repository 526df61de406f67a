export { deliver } from './deliver';
export { placedOutcomes, type Placed, type Placement } from './placement';
