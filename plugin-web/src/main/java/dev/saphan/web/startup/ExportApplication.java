/*
 * Copyright the Saphan authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.saphan.web.startup;

import dev.saphan.web.admin.audit.AuditExportResource;
import dev.saphan.web.admin.export.ExportProgressResource;
import dev.saphan.web.admin.golive.GoLiveTextResource;
import dev.saphan.web.admin.golive.SupportBundleResource;
import dev.saphan.web.admin.payment.PaymentExportResource;
import dev.saphan.web.admin.shift.ShiftExportResource;
import dev.saphan.web.json.WireProvider;
import dev.saphan.web.page.PageProblemMapper;
import dev.saphan.web.security.RoleNeededMapper;
import jakarta.ws.rs.ApplicationPath;
import java.util.Set;

/** Files that the back office hands out; the roles are those of its pages. */
@ApplicationPath("/admin/export")
public class ExportApplication extends PluginApplication {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AuditExportResource.class,
                GoLiveTextResource.class,
                SupportBundleResource.class,
                PaymentExportResource.class,
                ShiftExportResource.class,
                ExportProgressResource.class,
                WireProvider.class,
                PageProblemMapper.class,
                RoleNeededMapper.class);
    }
}
