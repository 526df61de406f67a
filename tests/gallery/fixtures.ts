/** The gallery's invented world, by surface. */
export * from './basic-fixtures';
export * from './due-fixtures';
export * from './order-fixtures';
export * from './sign-fixtures';
