import { Button, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../ui/useAct';
import classes from './DeviceFields.module.css';
import { type Device, usePhone } from './Phone';

const SYSTEM = 'system';

/** Which microphone is heard and where it sounds and rings; each choice holds at once, in this browser. */
export function DeviceFields({ measuring = false }: { measuring?: boolean }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const { devices, readiness } = phone;
  const [measured, setMeasured] = useState(measuring);
  const wake = useAct(() => phone.wake());
  const ring = useAct(() => devices.testRinger());
  const asked = readiness.kind !== 'asleep' && readiness.kind !== 'blocked';
  return (
    <div className={classes.fields}>
      <Choice
        label={t('softphone.devices.microphone')}
        of={devices.microphones}
        chosen={devices.microphone}
        onChoose={(id) => void devices.chooseMicrophone(id)}
      />
      {!asked ? (
        <Button variant="default" loading={wake.isPending} onClick={() => wake.mutate()}>
          {t('softphone.devices.allow')}
        </Button>
      ) : measured ? (
        <Level key={devices.microphone} />
      ) : (
        <Button variant="default" onClick={() => setMeasured(true)}>
          {t('softphone.devices.measure')}
        </Button>
      )}
      <Choice
        label={t('softphone.devices.speaker')}
        of={devices.speakers}
        chosen={devices.speaker}
        onChoose={(id) => void devices.chooseSpeaker(id)}
      />
      <Choice
        label={t('softphone.devices.ringer')}
        of={devices.speakers}
        chosen={devices.ringer}
        onChoose={(id) => void devices.chooseRinger(id)}
      />
      <Button variant="default" loading={ring.isPending} onClick={() => ring.mutate()}>
        {t('softphone.devices.ring')}
      </Button>
    </div>
  );
}

function Choice({
  label,
  of,
  chosen,
  onChoose,
}: {
  label: string;
  of: readonly Device[];
  chosen: string | null;
  onChoose(id: string | null): void;
}) {
  const { t } = useTranslation();
  const present = of.some(({ id }) => id === chosen);
  return (
    <Select
      label={label}
      value={present ? chosen : SYSTEM}
      data={[
        { value: SYSTEM, label: t('softphone.devices.system') },
        ...of.map(({ id, name }, index) => ({
          value: id,
          label: name || t('softphone.devices.unnamed', { count: index + 1 }),
        })),
      ]}
      onChange={(id) => onChoose(id === SYSTEM ? null : id)}
      comboboxProps={{ zIndex: 85 }}
    />
  );
}

/** How loud the microphone is, while it is looked at. */
function Level() {
  const { t } = useTranslation();
  const { devices } = usePhone();
  const [level, setLevel] = useState(0);
  const { onLevel } = devices;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same microphone for as long as this stands
  useEffect(() => onLevel(setLevel), []);
  return (
    <div>
      <div
        className={classes.level}
        role="meter"
        aria-label={t('softphone.devices.level')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(level * 100)}
      >
        <i style={{ transform: `scaleX(${level})` }} />
      </div>
      <p className={classes.hint}>{t('softphone.devices.speak')}</p>
    </div>
  );
}
