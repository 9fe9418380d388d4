/** What a PCI device is doing, and whether a guest may have it. */
export const pciDeviceStatuses = [
  'available',
  'claimed',
  'allocated',
  'removed',
  'deleted',
  'unavailable',
  'unclaimable',
] as const;
export type PciDeviceStatus = (typeof pciDeviceStatuses)[number];
