import { field, versioned } from '../../lib/index.js';
import { ImgProperties } from './img-properties.js';
import { nova } from './registry.js';

/**
 * What an image says of the guest it is for: the hardware (`hw_`), the image itself (`img_`) and its system (`os_`).
 * An image says little, so every field is optional.
 *
 * A history of arrivals: a field that an older reader does not know is dropped, a value that it does not know is refused.
 * Values that nova added to its lists without refusing them to older readers, like the hypervisor `lxd`, have no history.
 */
@versioned('ImageMetaProps', '1.34', { registry: nova })
export class ImageMetaProps extends ImgProperties {
  @field.string({ optional: true, since: '1.5' }) osAdminUser?: string;
  @field.string({ optional: true }) osCommandLine?: string;
  @field.string({ optional: true }) osDistro?: string;
  @field.boolean({ optional: true, since: '1.1' }) osRequireQuiesce?: boolean;

  @field.enum(['required', 'disabled', 'optional'], { optional: true, since: '1.13' })
  osSecureBoot?: 'required' | 'disabled' | 'optional';

  @field.boolean({ optional: true }) osSkipAgentInjectFilesAtBoot?: boolean;
  @field.boolean({ optional: true }) osSkipAgentInjectSsh?: boolean;
  @field.enum(['linux', 'windows'], { optional: true }) osType?: 'linux' | 'windows';
  @field.list(field.string(), { optional: true, since: '1.20' }) traitsRequired?: string[];
}
