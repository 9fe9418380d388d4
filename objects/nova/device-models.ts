/** Models of emulated devices. */
export const videoModels = [
  'cirrus',
  'qxl',
  'vga',
  'vmvga',
  'xen',
  'virtio',
  'gop',
  'none',
  'bochs',
] as const;
export type VideoModel = (typeof videoModels)[number];

export const vifModels = [
  'virtio',
  'ne2k_pci',
  'pcnet',
  'rtl8139',
  'e1000',
  'e1000e',
  'netfront',
  'spapr-vlan',
  'lan9118',
  'sriov',
  'vmxnet',
  'vmxnet3',
] as const;
export type VifModel = (typeof vifModels)[number];

export const scsiModels = [
  'buslogic',
  'ibmvscsi',
  'lsilogic',
  'lsisas1068',
  'lsisas1078',
  'virtio-scsi',
  'vmpvscsi',
] as const;
export type ScsiModel = (typeof scsiModels)[number];
