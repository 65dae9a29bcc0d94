package dev.platen.render;

import dev.platen.contract.limit.Limits;
import dev.platen.engine.render.Renderer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the steps of this service share. */
final class RenderBeans {
    @Produces
    @Singleton
    Renderer renderer() {
        return new Renderer(Limits.DEFAULT, "/assets/");
    }
}
