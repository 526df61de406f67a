export { archiveActs } from './archive-acts';
export { besideActs } from './beside-acts';
export { keyActs } from './key-acts';
export { orderActs } from './order-acts';
export { peopleActs } from './people-acts';
export { productActs } from './product-acts';
export { setUpActs } from './set-up-acts';
export { signingActs } from './signing-acts';
