/** What stands for an object that has no place in the version that is written. */
export const DROPPED = Symbol('dropped');
