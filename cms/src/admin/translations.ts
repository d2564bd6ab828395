/** Strapi’s own words where they would puzzle the people who write for this site. */
export const translations = {
  en: {
    'Auth.form.welcome.title': 'Welcome!',
    'Auth.form.welcome.subtitle': 'Log in to write pages and enter workshops',
    'Auth.form.register.subtitle': 'Make the first account. It can do everything.',
    'Auth.form.password.hint':
      '12 characters or more, with an uppercase letter, a lowercase letter and a number. Not your name, and none of the common ones.',
    'HomePage.header.subtitle':
      'What you write here is what the site shows. Save keeps a draft; Publish makes it live at once.',
    'app.components.LeftMenu.navbrand.title': 'Code.org Professional Learning',
    'global.content-manager': 'Content',
    'content-manager.header.name': 'Content',
    'content-manager.components.LeftMenu.collection-types': 'Lists',
    'content-manager.components.LeftMenu.single-types': 'One of a kind',
    'content-manager.containers.edit.title.new': 'New',
    'content-manager.popUpwarning.warning.has-draft-relations.button-confirm': 'Publish',
    'content-manager.HeaderLayout.button.label-add-entry': 'Add',
    'content-manager.components.DynamicZone.add-component': 'Add a section',
    'content-manager.components.DynamicZone.add-item-above': 'Add a section above',
    'content-manager.components.DynamicZone.add-item-below': 'Add a section below',
    'content-manager.components.DynamicZone.ComponentPicker-label': 'Choose what to add',
    'content-manager.relation.add': 'Choose',
    'app.components.ToggleCheckbox.on-label': 'On',
    'app.components.ToggleCheckbox.off-label': 'Off',
    'components.NotAllowedInput.text': 'Filled in for you',
    'content-manager.form.Input.hint.text': '{description}',
  },
};
