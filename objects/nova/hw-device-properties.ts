import { field } from '../../lib/index.js';
import {
  type ScsiModel,
  scsiModels,
  type VideoModel,
  videoModels,
  type VifModel,
  vifModels,
} from './device-models.js';
import { type DiskBus, diskBuses } from './disk-buses.js';
import { HwComputeProperties } from './hw-compute-properties.js';

/** The properties that speak of the guest's devices: buses, disks, network, video. */
export abstract class HwDeviceProperties extends HwComputeProperties {
  @field.integer({ optional: true }) hwDeviceId?: number;
  @field.enum(diskBuses, { optional: true }) hwCdromBus?: DiskBus;

  @field.enum(diskBuses, {
    optional: true,
    values: { lxc: { since: '1.6', refuse: true }, uml: { since: '1.6', refuse: true } },
  })
  hwDiskBus?: DiskBus;

  @field.string({ optional: true }) hwDiskType?: string;
  @field.enum(diskBuses, { optional: true }) hwFloppyBus?: DiskBus;
  @field.enum(diskBuses, { optional: true, since: '1.15' }) hwRescueBus?: DiskBus;

  @field.enum(['cdrom', 'disk', 'floppy', 'fs', 'lun'], { optional: true, since: '1.15' })
  hwRescueDevice?: 'cdrom' | 'disk' | 'floppy' | 'fs' | 'lun';

  @field.enum(scsiModels, { optional: true }) hwScsiModel?: ScsiModel;
  @field.boolean({ optional: true, since: '1.32' }) hwEphemeralEncryption?: boolean;

  @field.enum(['plain', 'luks', 'luksv2'], { optional: true, since: '1.32' })
  hwEphemeralEncryptionFormat?: 'plain' | 'luks' | 'luksv2';

  @field.enum(['usb', 'virtio'], { optional: true, since: '1.29' }) hwInputBus?: 'usb' | 'virtio';
  @field.enum(['usbtablet'], { optional: true, since: '1.14' }) hwPointerModel?: 'usbtablet';

  @field.enum(['required', 'legacy', 'preferred', 'socket'], {
    optional: true,
    since: '1.25',
    values: { socket: { since: '1.28', refuse: true } },
  })
  hwPciNumaAffinityPolicy?: 'required' | 'legacy' | 'preferred' | 'socket';

  @field.enum(['intel', 'smmuv3', 'virtio', 'auto'], { optional: true, since: '1.34' })
  hwViommuModel?: 'intel' | 'smmuv3' | 'virtio' | 'auto';

  @field.boolean({ optional: true }) hwQemuGuestAgent?: boolean;
  @field.enum(['virtio'], { optional: true }) hwRngModel?: 'virtio';
  @field.integer({ optional: true }) hwSerialPortCount?: number;

  @field.enum(videoModels, {
    optional: true,
    values: {
      virtio: { since: '1.22', refuse: true },
      gop: { since: '1.22', refuse: true },
      none: { since: '1.22', refuse: true },
      bochs: { since: '1.30', refuse: true },
    },
  })
  hwVideoModel?: VideoModel;

  @field.integer({ optional: true }) hwVideoRam?: number;
  @field.enum(vifModels, { optional: true }) hwVifModel?: VifModel;
  @field.boolean({ optional: true, since: '1.4' }) hwVifMultiqueueEnabled?: boolean;

  @field.enum(['none', 'pause', 'poweroff', 'reset', 'disabled'], {
    optional: true,
    values: { disabled: { since: '1.16', drop: true } },
  })
  hwWatchdogAction?: 'none' | 'pause' | 'poweroff' | 'reset' | 'disabled';
}
