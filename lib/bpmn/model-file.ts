/** The largest BPMN file that is read: a process of a thousand tasks is a tenth of it. */
export const MODEL_FILE_BYTES = 2 * 1024 * 1024;
