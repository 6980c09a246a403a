/** Changes a part of the selected field; changes with the same tag in a row are one step to undo. */
export type Update = (part: object, tag?: string) => void;
