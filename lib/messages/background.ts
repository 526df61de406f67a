/** The receiving half, with its schemas: for the background alone, since pages of suppliers load no schema library. */
export { createDispatcher, type Handlers } from './dispatch';
