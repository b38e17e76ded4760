import { type ReactNode, useContext } from 'react';
import { DeviceSheet, PhonePanel } from './later';
import { PhoneContext } from './Phone';
import { usePhoneWindow } from './PhoneWindow';

/** The window with the phone docked at its right. Without a phone it is only the window. */
export function PhoneDock({ className, children }: { className?: string; children: ReactNode }) {
  const phone = useContext(PhoneContext);
  const { dialing, small, devices, setDevices } = usePhoneWindow();
  const busy = phone !== null && (phone.line !== null || phone.wrapUp !== null);
  const open = phone !== null && ((busy && !small) || dialing !== undefined);
  return (
    <div className={className} data-phone={open ? 'open' : undefined}>
      {children}
      {phone && open && <PhonePanel phone={phone} />}
      {phone && devices && <DeviceSheet onClose={() => setDevices(false)} />}
    </div>
  );
}
