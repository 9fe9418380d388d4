/** How a guest is run: as a whole machine, paravirtualised, or as a process. */
export const vmModes = ['hvm', 'xen', 'uml', 'exe'] as const;
export type VmMode = (typeof vmModes)[number];
