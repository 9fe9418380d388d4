/** Buses that a disk, CD-ROM or floppy can be attached to. */
export const diskBuses = ['fdc', 'ide', 'sata', 'scsi', 'usb', 'virtio', 'xen', 'lxc', 'uml'] as const;
export type DiskBus = (typeof diskBuses)[number];
