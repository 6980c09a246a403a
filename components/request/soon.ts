/** What an open request shows; lists of requests fetch it ahead. */
export const loadRequestParts = () => Promise.all([import('./request-form-read'), import('./diagram')]);
