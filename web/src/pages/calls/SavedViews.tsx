import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallViewFilter } from '../../api/types';
import { Icon } from '../../ui/Icon';
import { QuietMenu } from '../../ui/QuietMenu';
import { SaveViewSheet } from './SaveViewSheet';
import { useViews } from './useViews';
import { isFiltered, sameFilter } from './view';

/** Opens, saves and forgets filters of the history. */
export function SavedViews({
  filter,
  onOpen,
}: {
  filter: CallViewFilter;
  onOpen(filter: CallViewFilter): void;
}) {
  const { t } = useTranslation();
  const { views, save, remove } = useViews();
  const [saving, setSaving] = useState(false);
  const open = views.find((view) => sameFilter(view.filter, filter));
  if (views.length === 0 && !isFiltered(filter)) return null;
  return (
    <>
      <QuietMenu
        position="bottom-end"
        width={240}
        button={
          <Button variant="default" rightSection={<Icon name="down" size={12} />}>
            {open?.name ?? t('call.view.menu')}
          </Button>
        }
      >
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={<Icon name={view === open ? 'check' : 'phone'} />}
              aria-current={view === open || undefined}
              onClick={() => onOpen(view.filter)}
            >
              {view.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          {open ? (
            <Menu.Item leftSection={<Icon name="trash" />} onClick={() => remove(open)}>
              {t('call.view.delete', { name: open.name })}
            </Menu.Item>
          ) : (
            <Menu.Item
              leftSection={<Icon name="plus" />}
              disabled={!isFiltered(filter)}
              onClick={() => setSaving(true)}
            >
              {t('call.view.save')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </QuietMenu>
      {saving && (
        <SaveViewSheet
          names={views.map(({ name }) => name)}
          save={(name) => save(name, filter)}
          onClose={() => setSaving(false)}
        />
      )}
    </>
  );
}
