package town.machi.portal.web;

import town.machi.shell.Template;

/// ウェブアクセシビリティ方針 (みんなの公共サイト運用ガイドライン).
record AccessibilityPage() implements Template {

    @Override
    public Caching caching() {
        return Caching.PUBLIC;
    }
}
