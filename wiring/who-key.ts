/** Under which session storage keeps who is signed in, for every window and the background. */
export const WHO_KEY = 'who';
